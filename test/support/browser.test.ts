// What the end-to-end tests' guard takes for the network.
import { expect, it } from 'vitest';
import { isElsewhere } from './browser.js';

it.each([
  'http://localhost:5173/',
  'http://127.0.0.1/',
  'ws://127.8.0.1:9/',
  'http://[::1]:80/',
  'http://a.localhost/',
])('lets pages reach %s', (url) => expect(isElsewhere(new URL(url))).toBe(false));

it.each(['blob:http://localhost/1', 'data:text/plain,1', 'about:blank'])('leaves %s alone', (url) =>
  expect(isElsewhere(new URL(url))).toBe(false),
);

it.each([
  'https://example.com/',
  'wss://example.com/',
  'http://10.0.0.1/',
  'http://127.0.0.1.example.com/',
  'http://localhost.example.com/',
])('refuses %s', (url) => expect(isElsewhere(new URL(url))).toBe(true));
