// A moving picture without a camera: colour bars, a sweeping line and a clock. Costs next to nothing, on a page that carries a whole show.

const BARS = ['#c9402e', '#d98a2b', '#c8b53a', '#4f9a5a', '#3f7fb0', '#6a55a4'];

/** One frame of the test picture at `time` milliseconds. */
export function drawPicture(context: CanvasRenderingContext2D, time: number): void {
  const { width, height } = context.canvas;
  const bar = width / BARS.length;
  BARS.forEach((colour, index) => {
    context.fillStyle = colour;
    context.fillRect(index * bar, 0, bar + 1, height);
  });
  context.fillStyle = 'rgb(255 255 255 / 0.8)';
  context.fillRect((time / 4) % width, 0, 6, height);
  context.fillStyle = 'rgb(20 16 14 / 0.7)';
  // Small enough to stay whole where a narrow page shows only the middle.
  context.fillRect(width * 0.37, height * 0.43, width * 0.26, height * 0.14);
  context.fillStyle = '#fff';
  context.font = `600 ${Math.round(height / 14)}px system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(new Date().toISOString().slice(11, 21), width / 2, height / 2);
}
