// On a page that resets everything, an element says once more, and firmly, what it says of its own box. Comes only when it is needed.
import type { LitElement } from 'lit';

/** Repeats all rules for `host` itself with `!important`; those of parts that come later are not among them. */
export function insist(host: LitElement): void {
  const root = host.renderRoot as ShadowRoot;
  const firm = new CSSStyleSheet();
  for (const { cssRules } of root.adoptedStyleSheets) {
    for (const rule of cssRules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.startsWith(':host'))
        firm.insertRule(firmly(rule), firm.cssRules.length);
    }
  }
  root.adoptedStyleSheets.push(firm);
}

function firmly({ selectorText, style }: CSSStyleRule): string {
  const declarations = [...style].map((name) => `${name}: ${style.getPropertyValue(name)} !important`);
  return `${selectorText} { ${declarations.join('; ')} }`;
}
