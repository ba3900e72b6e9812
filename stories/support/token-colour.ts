// Any CSS colour as the #rrggbb that a colour field wants.

/** `colour` as it looks on `element`, without its transparency; black when it is none. */
export function hexOf(colour: string, element: Element): string {
  const probe = document.createElement('span');
  probe.style.color = colour.replace(/var\((--[\w-]+)\)/g, 'currentColor');
  document.body.append(probe);
  probe.style.colorScheme = getComputedStyle(element).colorScheme;
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return '#000000';
  context.fillStyle = computed;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  const full = (part: number) => Math.round(alpha > 0 ? Math.min(255, part) : 0);
  return `#${[red, green, blue].map((part) => full(part).toString(16).padStart(2, '0')).join('')}`;
}
