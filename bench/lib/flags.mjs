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

/** With a camera that is none, and with sound. */
export const ON_AIR = [
  ...QUIET,
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];
