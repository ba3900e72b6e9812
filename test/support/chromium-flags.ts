// How every Chromium of the tests is started, and what its pages are like. Autoplay keeps its default policy: the elements must cope with it.

/** Chromium hears only the last `--disable-features`, so Playwright's own list is said again, as far as it matters here. */
const DISABLED_FEATURES = [
  // Each window would load two pages of the browser's own for its address bar: half a second of this machine per test.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  // Playwright's.
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'SpareRendererForSitePerProcess',
] as const;

export const CHROMIUM_FLAGS = [
  '--no-sandbox', // containers run as root
  // Its default, twenty frames a second, shows nothing more to a test.
  '--use-fake-device-for-media-stream=fps=10',
  '--use-fake-ui-for-media-stream',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--disable-gpu', // there is none
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
] as const;

/** For contexts of a browser. Small, and nothing moves: a quarter of what a show costs this machine went into painting. */
export const QUIET = { viewport: { width: 800, height: 450 }, reducedMotion: 'reduce' } as const;

/** The same for a whole browser. */
export const QUIET_FLAGS = ['--window-size=800,600', '--force-prefers-reduced-motion'] as const;
