// Takes the API service from the server, of the version that it speaks: plain modules without dependencies, with types.
import { mkdir, writeFile } from 'node:fs/promises';

const server = process.env.NEXT_PUBLIC_TENANCY_URL ?? 'http://127.0.0.1:8080';
const files = ['tenancy-api.d.ts', 'tenant-session.d.ts', 'tenancy-api.js', 'tenant-session.js'];

await mkdir('lib/tenancy', { recursive: true });
// Grows on the way, by what a file imports.
for (const file of files) {
  const answer = await fetch(`${server}/ui/${file}`).catch(() => null);
  if (!answer?.ok) {
    console.error(`No ${file} at ${server}: is the server running there? NEXT_PUBLIC_TENANCY_URL names another one.`);
    process.exit(1);
  }
  const text = await answer.text();
  const imported = file.endsWith('.d.ts') ? [] : [...text.matchAll(/ from '\.\/([\w-]+\.js)'/g)].map((found) => found[1]);
  files.push(...imported.filter((other) => !files.includes(other)));
  await writeFile(`lib/tenancy/${file}`, text);
}
console.log(`lib/tenancy has the API service of ${server}`);
