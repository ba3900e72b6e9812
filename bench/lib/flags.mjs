// How every Chromium that is measured is started: nothing of its own runs beside the page.
export const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Each window would load two pages for its address bar in the middle of what is measured. Playwright's own list is replaced by this one.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,AimEnabled,PaintHolding,MediaRouter,OptimizationHints,HttpsUpgrades',
];
