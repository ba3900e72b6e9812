// `npm start`: serves the demo from this machine and prints its address. HOST and PORT choose another.
import process from 'node:process';
import { serveDemo } from './demo-server.mjs';

const { HOST = '127.0.0.1', PORT = '5173' } = process.env;
const port = Number(PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT is "${PORT}": give a number from 0 to 65535.`);
  process.exit(1);
}

try {
  const { url } = await serveDemo({ host: HOST, port });
  console.log(`bigcast demo: ${url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
