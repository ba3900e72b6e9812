// One element of the kit, made from the address, as an integrator would paste it.
import '../../src/components/index.js';

const query = new URLSearchParams(location.search);
const element = document.createElement(`bigcast-${query.get('element')}`);
for (const [name, value] of query) if (name !== 'element') element.setAttribute(name, value);
element.style.cssText = 'display:block;block-size:600px';
document.body.append(element);
window.element = element;

/** Milliseconds since 1970, finer than Date. */
window.now = () => performance.timeOrigin + performance.now();

/** Resolves when a milestone of this page is reached. Asks nobody meanwhile: asking would cost the page a frame each time. */
window.reached = (milestone) =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName(`bigcast:${milestone}`).length > 0) resolve(observer.disconnect());
    });
    observer.observe({ type: 'mark', buffered: true });
  });

/** When a milestone of this page was reached, in milliseconds since 1970; undefined before. */
window.at = (milestone) => {
  const [mark] = performance.getEntriesByName(`bigcast:${milestone}`);
  return mark && performance.timeOrigin + mark.startTime;
};
