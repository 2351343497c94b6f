import { campaign } from './campaign';
import { campaignMember } from './campaign-member';
import { caseBehaviour } from './case';
import { contact } from './contact';
import { contentVersion } from './content-version';
import { event } from './event';
import { lead } from './lead';
import { opportunity } from './opportunity';
import { opportunityContactRole } from './opportunity-contact-role';
import { opportunityLineItem } from './opportunity-line-item';
import { permissionSetAssignment } from './permission-set-assignment';
import type { StandardBehaviour } from './standard-behaviour';
import { task } from './task';
import { user } from './user';

/** Standard objects that do more in a save than their fields say. */
export const STANDARD_BEHAVIOURS: readonly StandardBehaviour[] = [
  campaign,
  campaignMember,
  caseBehaviour,
  contact,
  contentVersion,
  event,
  lead,
  opportunity,
  opportunityContactRole,
  opportunityLineItem,
  permissionSetAssignment,
  task,
  user,
];

const byName = new Map(STANDARD_BEHAVIOURS.map((behaviour) => [behaviour.objectName, behaviour]));

/** The behaviour of an object, if it has one. */
export function standardBehaviourOf(objectName: string): StandardBehaviour | undefined {
  return byName.get(objectName);
}
