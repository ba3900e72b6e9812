// The harness itself: messages arrive and are forgotten.

export function mount(place) {
  place.innerHTML = '<div style="block-size:600px;overflow:auto"></div>';
  let last = '';
  return {
    push: ({ text }) => (last = text),
    scroller: () => place.firstElementChild,
    newest: () => last,
    newestRow: () => undefined,
    jump: () => undefined,
  };
}
