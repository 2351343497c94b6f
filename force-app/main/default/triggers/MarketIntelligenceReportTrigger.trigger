trigger MarketIntelligenceReportTrigger on Market_Intelligence_Report__c(after insert, after update) {
    new TA_MarketIntelligenceReport_Match().run(Trigger.new, Trigger.oldMap);
}
