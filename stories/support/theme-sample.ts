// <theme-sample>: elements of the kit under one stylesheet, which reaches nothing else on the page.
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import '../../src/components/host/define.js';
import '../../src/components/viewer/define.js';
import { HOST_MOMENTS } from './host-moments.js';
import { MOMENTS } from './moments.js';
import { scripted } from './scripted.js';

export class ThemeSample extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(12, minmax(0, 1fr));
      gap: 20px;
      padding: 20px;
      container-type: inline-size;
    }

    .wide {
      grid-column: 1 / -1;
      block-size: 480px;
    }

    .half {
      grid-column: span 6;
      block-size: 640px;
    }

    @media (max-width: 760px) {
      .half {
        grid-column: 1 / -1;
      }
    }
  `;

  /** The theme: a stylesheet as a page would link it. */
  @property({ attribute: false }) theme = '';

  readonly #sheet = new CSSStyleSheet();

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    root.adoptedStyleSheets.push(this.#sheet);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('theme')) this.#sheet.replaceSync(this.theme);
  }

  protected override render(): TemplateResult {
    const heading = 'An evening with new songs';
    return html`
      <bigcast-viewer
        class="wide"
        room="premiere"
        user="robin"
        heading=${heading}
        ${scripted(MOMENTS.live)}
      ></bigcast-viewer>
      <bigcast-viewer
        class="half"
        room="premiere"
        user="kim"
        heading=${heading}
        ${scripted(MOMENTS.countdown)}
      ></bigcast-viewer>
      <bigcast-host
        class="half"
        room="premiere"
        user="star"
        name="Mira Chen"
        ${scripted(HOST_MOMENTS.ready)}
      ></bigcast-host>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'theme-sample': ThemeSample;
  }
}
