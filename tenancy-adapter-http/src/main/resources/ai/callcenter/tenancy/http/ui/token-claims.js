/**
 * The tenant that a token acts in, as the token says itself; null for an identity token. For display alone: what counts
 * is what the server answers.
 */
export function tenantOf(token) {
  return claimsOf(token).tenant_id ?? null;
}

/** What a token says of itself; nothing, for what cannot be read. */
export function claimsOf(token) {
  try {
    const payload = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    return Object(JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), (c) => c.charCodeAt(0)))));
  } catch {
    return {};
  }
}
