// Takes the API service from the server, of the version that it speaks: plain modules without dependencies, with types.
import { mkdir, writeFile } from 'node:fs/promises';

const server = process.env.NEXT_PUBLIC_TENANCY_URL ?? 'http://127.0.0.1:8080';
const files = ['tenancy-api.js', 'tenancy-api.d.ts', 'tenancy-error.js', 'tenant-memory.js', 'tenant-session.js', 'tenant-session.d.ts'];

await mkdir('lib/tenancy', { recursive: true });
for (const file of files) {
  const answer = await fetch(`${server}/ui/${file}`).catch(() => null);
  if (!answer?.ok) {
    console.error(`No ${file} at ${server}: is the server running there? NEXT_PUBLIC_TENANCY_URL names another one.`);
    process.exit(1);
  }
  await writeFile(`lib/tenancy/${file}`, await answer.text());
}
console.log(`lib/tenancy has the API service of ${server}`);
