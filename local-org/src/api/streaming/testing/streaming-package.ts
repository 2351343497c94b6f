const METADATA = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A package with the event `Told__e` and change data capture of accounts. */
export const CHANGES_PACKAGE: Readonly<Record<string, string>> = {
  'package.xml': `<Package ${METADATA}>
    <types><members>Told__e</members><name>CustomObject</name></types>
    <types><members>ChangeEvents_AccountChangeEvent</members><name>PlatformEventChannelMember</name></types>
    <version>67.0</version></Package>`,
  'objects/Told__e.object': `<CustomObject ${METADATA}><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType>
    <fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></fields>
    <fields><fullName>At__c</fullName><label>At</label><type>DateTime</type></fields>
    <label>Told</label><pluralLabel>Tolds</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  'platformEventChannelMembers/ChangeEvents_AccountChangeEvent.platformEventChannelMember': `<PlatformEventChannelMember ${METADATA}>
    <eventChannel>ChangeEvents</eventChannel><selectedEntity>AccountChangeEvent</selectedEntity></PlatformEventChannelMember>`,
};
