import { CHILD_TYPES } from './child-types';
import type { MetadataType, PackageLayout, SupportLevel } from './metadata-type';

type Row = readonly [name: string, directory: string, suffix: string | null, layout?: PackageLayout];

const EXECUTED: readonly Row[] = [
  ['CustomObject', 'objects', 'object'],
  ['CustomLabels', 'labels', 'labels'],
  ['StandardValueSet', 'standardValueSets', 'standardValueSet'],
  ['GlobalValueSet', 'globalValueSets', 'globalValueSet'],
  ['CustomMetadata', 'customMetadata', 'md'],
  ['CustomPermission', 'customPermissions', 'customPermission'],
  ['PermissionSet', 'permissionsets', 'permissionset'],
  ['PermissionSetGroup', 'permissionsetgroups', 'permissionsetgroup'],
  ['MutingPermissionSet', 'mutingpermissionsets', 'mutingpermissionset'],
  ['Profile', 'profiles', 'profile'],
  ['Role', 'roles', 'role'],
  ['Group', 'groups', 'group'],
  ['Queue', 'queues', 'queue'],
  ['SharingRules', 'sharingRules', 'sharingRules'],
  ['CustomApplication', 'applications', 'app'],
  ['CustomTab', 'tabs', 'tab'],
  ['Layout', 'layouts', 'layout'],
  ['Settings', 'settings', 'settings'],
  ['ExternalClientApplication', 'externalClientApps', 'eca'],
  ['ExtlClntAppConfigurablePolicies', 'extlClntAppPolicies', 'ecaPlcy'],
  ['ExtlClntAppGlobalOauthSettings', 'extlClntAppGlobalOauthSets', 'ecaGlblOauth'],
  ['ExtlClntAppOauthSettings', 'extlClntAppOauthSettings', 'ecaOauth'],
  ['ExtlClntAppOauthConfigurablePolicies', 'extlClntAppOauthPolicies', 'ecaOauthPlcy'],
  ['ConnectedApp', 'connectedApps', 'connectedApp'],
  ['Certificate', 'certs', 'crt', 'content'],
  ['Flow', 'flows', 'flow'],
  ['FlowDefinition', 'flowDefinitions', 'flowDefinition'],
  ['ApprovalProcess', 'approvalProcesses', 'approvalProcess'],
  ['Workflow', 'workflows', 'workflow'],
  ['AssignmentRules', 'assignmentRules', 'assignmentRules'],
  ['DuplicateRule', 'duplicateRules', 'duplicateRule'],
  ['MatchingRules', 'matchingRules', 'matchingRule'],
  ['EmailTemplate', 'email', 'email', 'content'],
  ['QuickAction', 'quickActions', 'quickAction'],
  ['LeadConvertSettings', 'LeadConvertSettings', 'LeadConvertSetting'],
  ['ApexClass', 'classes', 'cls', 'content'],
  ['ApexTrigger', 'triggers', 'trigger', 'content'],
  ['CustomNotificationType', 'notificationtypes', 'notiftype'],
  ['StaticResource', 'staticresources', 'resource', 'content'],
  ['PlatformCachePartition', 'cachePartitions', 'cachePartition'],
  ['FlexiPage', 'flexipages', 'flexipage'],
  ['LightningComponentBundle', 'lwc', null, 'bundle'],
  ['LightningMessageChannel', 'messageChannels', 'messageChannel'],
  ['PlatformEventChannel', 'platformEventChannels', 'platformEventChannel'],
  ['PlatformEventChannelMember', 'platformEventChannelMembers', 'platformEventChannelMember'],
  ['Report', 'reports', 'report'],
  ['ReportType', 'reportTypes', 'reportType'],
  ['Dashboard', 'dashboards', 'dashboard'],
];

const STORED: readonly Row[] = [
  ['AnalyticSnapshot', 'analyticSnapshots', 'snapshot'],
  ['ApexComponent', 'components', 'component', 'content'],
  ['ApexPage', 'pages', 'page', 'content'],
  ['ApexTestSuite', 'testSuites', 'testSuite'],
  ['AppMenu', 'appMenus', 'appMenu'],
  ['Audience', 'audience', 'audience'],
  ['AuraDefinitionBundle', 'aura', null, 'bundle'],
  ['AutoResponseRules', 'autoResponseRules', 'autoResponseRules'],
  ['ContentAsset', 'contentassets', 'asset', 'content'],
  ['CorsWhitelistOrigin', 'corsWhitelistOrigins', 'corsWhitelistOrigin'],
  ['CspTrustedSite', 'cspTrustedSites', 'cspTrustedSite'],
  ['CustomIndex', 'customindex', 'indx'],
  ['CustomSite', 'sites', 'site'],
  ['DataWeaveResource', 'dw', 'dwl', 'content'],
  ['DelegateGroup', 'delegateGroups', 'delegateGroup'],
  ['EscalationRules', 'escalationRules', 'escalationRules'],
  ['ExperienceBundle', 'experiences', 'site', 'bundle'],
  ['ExternalCredential', 'externalCredentials', 'externalCredential'],
  ['ExtlClntAppOauthSecuritySettings', 'extlClntAppOauthSecuritySettings', 'ecaOauthSecurity'],
  ['FlowTest', 'flowtests', 'flowtest'],
  ['HomePageLayout', 'homePageLayouts', 'homePageLayout'],
  ['NamedCredential', 'namedCredentials', 'namedCredential'],
  ['NavigationMenu', 'navigationMenus', 'navigationMenu'],
  ['Network', 'networks', 'network'],
  ['NetworkBranding', 'networkBranding', 'networkBranding', 'content'],
  ['NotificationTypeConfig', 'notificationTypeConfig', 'config'],
  ['PathAssistant', 'pathAssistants', 'pathAssistant'],
  ['PlatformEventSubscriberConfig', 'PlatformEventSubscriberConfigs', 'platformEventSubscriberConfig'],
  ['Prompt', 'prompts', 'prompt'],
  ['RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite'],
  ['RestrictionRule', 'restrictionRules', 'rule'],
  ['TopicsForObjects', 'topicsForObjects', 'topicsForObjects'],
];

const FOLDER_TYPES: Readonly<Record<string, string>> = {
  Dashboard: 'DashboardFolder',
  EmailTemplate: 'EmailFolder',
  Report: 'ReportFolder',
};

const build = (support: SupportLevel) => {
  return ([name, directory, suffix, layout = 'xml']: Row): MetadataType => {
    const folderType = FOLDER_TYPES[name];
    return Object.freeze({
      name,
      directory,
      suffix,
      layout,
      support,
      children: CHILD_TYPES[name] ?? [],
      ...(folderType ? { folderType } : {}),
    });
  };
};

/**
 * The metadata types the local org takes, children apart. A type that is not here is refused by name.
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_types_list.htm
 */
export const METADATA_TYPES: readonly MetadataType[] = [
  ...EXECUTED.map(build('executed')),
  ...STORED.map(build('stored')),
];
