// The practical floor: one direct connection between two pages of one browser, signalled over a BroadcastChannel.
// The camera is captured beforehand, as large as the kit's host captures it for the preview; `go()` is the moment the host decides.
const role = new URLSearchParams(location.search).get('role');
const line = new BroadcastChannel('plain');
const connection = new RTCPeerConnection();
connection.onicecandidate = ({ candidate }) => line.postMessage({ from: role, candidate: candidate?.toJSON() });

window.now = () => performance.timeOrigin + performance.now();

async function hear({ data }) {
  if (data.from === role) return;
  if (data.candidate) return connection.addIceCandidate(data.candidate);
  if (!data.description) return;
  await connection.setRemoteDescription(data.description);
  if (data.description.type === 'offer') await describe(await connection.createAnswer());
}

async function describe(description) {
  await connection.setLocalDescription(description);
  line.postMessage({ from: role, description: { type: description.type, sdp: description.sdp } });
}

// One after the other, in the order they came.
let queue = Promise.resolve();
line.onmessage = (event) => (queue = queue.then(() => hear(event)));

if (role === 'host') {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: 1280, height: 720, frameRate: 30 },
    audio: true,
  });
  window.go = async () => {
    const started = window.now();
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    await describe(await connection.createOffer());
    return started;
  };
} else {
  const video = document.querySelector('video');
  connection.ontrack = ({ streams: [stream] }) => (video.srcObject = stream);
  window.firstFrame = new Promise((resolve) => video.requestVideoFrameCallback(() => resolve(window.now())));
}
window.ready = true;
