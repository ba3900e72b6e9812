// Upgrades room and chat in the order of the address; the second only after the first has rendered.
const query = new URLSearchParams(location.search);
const room = document.querySelector('bigcast-room')!;
room.setAttribute('room', query.get('room')!);
room.setAttribute('user', 'ana');

const steps = [
  () => import('../../../src/components/room/define.js'),
  () => import('../../../src/components/chat/define.js'),
];
if (query.get('order') === 'chat first') steps.reverse();
for (const step of steps) {
  await step();
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

export {};
