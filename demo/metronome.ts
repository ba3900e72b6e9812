// Ticks in a worker, so that the test picture moves on in a tab that is not looked at.
setInterval(() => postMessage(0), 1000 / 30);
