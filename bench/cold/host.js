// Opens the room that the measured pages come into.
import '../../src/components/host/define.js';

const host = document.createElement('bigcast-host');
for (const [name, value] of new URLSearchParams(location.search)) host.setAttribute(name, value);
document.body.append(host);
await host.open();
window.usableAt = performance.now();
