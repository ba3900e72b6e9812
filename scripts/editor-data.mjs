// Makes from custom-elements.json what editors read: VS Code's custom data for HTML and CSS, JetBrains' web-types.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The words of a union of texts; none for any other type. */
const choices = (type = '') => [...type.matchAll(/'([^']*)'/g)].map(([, name]) => ({ name }));

export function writeEditorData(
  folder,
  manifest = read('custom-elements.json'),
  { name, version } = read('package.json'),
) {
  const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const files = {
    'vscode.html-custom-data.json': htmlData(elements),
    'vscode.css-custom-data.json': cssData(elements),
    'web-types.json': webTypes(elements, name, version),
  };
  mkdirSync(folder, { recursive: true });
  for (const [file, data] of Object.entries(files)) writeFileSync(`${folder}/${file}`, JSON.stringify(data, null, 2));
}

/** https://code.visualstudio.com/api/extension-guides/custom-data-extension */
function htmlData(elements) {
  return {
    version: 1.1,
    tags: elements.map(({ tagName, summary, attributes = [], slots = [], events = [] }) => ({
      name: tagName,
      description: [summary, told('Slots', slots), told('Events', events)].filter(Boolean).join('\n\n'),
      attributes: attributes.map(({ name, description, type }) => ({ name, description, values: choices(type?.text) })),
    })),
  };
}

/** VS Code knows no `::part(…)` of one element: parts stand in the tag's own description only in web-types. */
function cssData(elements) {
  const tokens = new Map(elements.flatMap(({ cssProperties = [] }) => cssProperties.map((each) => [each.name, each])));
  const properties = [...tokens.values()].map((token) => ({
    name: token.name,
    description: [token.description, token.default && `Unless set: ${token.default}`].filter(Boolean).join(' '),
  }));
  return { version: 1.1, properties };
}

function told(title, list) {
  return list
    .map(({ name, description = '' }) => `- \`${name || '(default)'}\`: ${description}`)
    .join('\n')
    .replace(/^(?=.)/, `${title}:\n`);
}

/** https://github.com/JetBrains/web-types */
function webTypes(elements, name, version) {
  const plain = (list = []) => list.map(({ name: each, description = '' }) => ({ name: each, description }));
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(
          ({ tagName, summary, attributes = [], members = [], events, slots, cssParts, cssProperties }) => ({
            name: tagName,
            description: summary,
            attributes: attributes.map(({ name: each, description, type }) => ({
              name: each,
              description,
              value: { type: type?.text ?? 'string', kind: 'plain' },
            })),
            slots: plain(slots),
            js: {
              events: plain(events),
              properties: members
                .filter(({ kind }) => kind === 'field')
                .map(({ name: each, description, type }) => ({ name: each, description, type: type?.text })),
            },
            css: { parts: plain(cssParts), properties: plain(cssProperties) },
          }),
        ),
      },
    },
  };
}
