// What every test that counts location-days one by one leaves out.

export const INDEPENDENT_DAYS = "The tests take location-days as independent; days of one hotspot are alike, so that p may be off: see the randomisation test and the errors clustered by hotspot.";
