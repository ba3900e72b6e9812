// host.html: the host's console on a page of its own. `?media=test`, or no camera: the test picture.
import '../src/components/index.js';
import { asked, linkTo, show } from './page.js';
import { testStream } from './test-stream.js';

const host = document.createElement('bigcast-host');
if (asked.get('media') === 'test' || !(await hasCamera())) {
  const test = testStream();
  host.mediaSource = test.stream;
  addEventListener('click', () => test.unlock(), { once: true });
}
// The same person each time, or the room of the last visit would be somebody else's.
show(host, 'host');
linkTo('viewer');

async function hasCamera(): Promise<boolean> {
  try {
    return (await navigator.mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return false;
  }
}
