// `--runs=3 --only=paced,heap`: what a benchmark is told on its command line.
import process from 'node:process';

/**
 * @template {Record<string, string | number>} T
 * @param {T} defaults Also says which options there are, and which are numbers.
 * @returns {T}
 */
export function readOptions(defaults) {
  const options = { ...defaults };
  for (const argument of process.argv.slice(3)) {
    const [, key, value] = /^--([\w-]+)=(.*)$/.exec(argument) ?? [];
    if (!key || !(key in defaults)) {
      const known = Object.entries(defaults).map(([name, standard]) => `--${name}=${standard}`);
      throw new Error(`"${argument}" is not known. There are: ${known.join(' ')}`);
    }
    Object.assign(options, { [key]: typeof defaults[key] === 'number' ? Number(value) : value });
  }
  return options;
}
