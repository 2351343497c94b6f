/**
 * `lightning/mobileCapabilities`: what mobile devices can do. A browser can do none of it, so that components show what
 * they have for desktops.
 * @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-mobilecapabilities.html
 */

/** A capability of a mobile device. */
export interface MobileCapability {
  isAvailable(): boolean;
}

function unavailable(): MobileCapability {
  return { isAvailable: () => false };
}

export const getAppReviewService = unavailable;
export const getArSpaceCapture = unavailable;
export const getBarcodeScanner = unavailable;
export const getBiometricsService = unavailable;
export const getCalendarService = unavailable;
export const getContactsService = unavailable;
export const getDocumentScanner = unavailable;
export const getGeofencingService = unavailable;
export const getLocationService = unavailable;
export const getNfcService = unavailable;
export const getPaymentsService = unavailable;
