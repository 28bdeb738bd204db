import { claimsOf } from '../token-claims.js';

const PENDING = 'tenancy.sign-in';

/** Authorization code with PKCE (RFC 6749 section 4.1, RFC 7636), as a public client: no secret is in the page. */
export async function beginSignIn(provider) {
  if (!crypto.subtle) {
    throw new Error('Signing in takes https, or an address on this machine.');
  }
  const verifier = random();
  const [state, nonce] = [random(), random()];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  sessionStorage.setItem(PENDING, JSON.stringify({ issuer: provider.issuer, verifier, state, nonce, place: location.hash }));
  const target = new URL(provider.authorization_endpoint);
  const parameters = {
    ...provider.parameters,
    response_type: 'code',
    client_id: provider.client_id,
    redirect_uri: here(),
    scope: provider.scope,
    state,
    nonce,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  };
  Object.entries(parameters).forEach(([name, value]) => target.searchParams.set(name, value));
  location.assign(target);
}

/** Whether the provider has sent the user back here, from a sign-in that this tab has begun. */
export function isReturn() {
  const answer = new URLSearchParams(location.search);
  const returned = answer.has('state') && (answer.has('code') || answer.has('error'));
  if (returned && !sessionStorage.getItem(PENDING)) {
    history.replaceState(null, '', here() + location.hash);
    return false;
  }
  return returned;
}

/**
 * Ends what `beginSignIn` began, and takes the answer out of the address.
 *
 * @returns {Promise<{ token: string, idToken: string | null, issuer: string }>}
 */
export async function finishSignIn(providers) {
  const answer = new URLSearchParams(location.search);
  const begun = JSON.parse(sessionStorage.getItem(PENDING));
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', here() + (begun?.place ?? ''));
  const provider = providers.find(({ issuer }) => issuer === begun?.issuer);
  // RFC 9207: an answer of another provider is nobody's.
  const foreign = answer.has('iss') && answer.get('iss') !== begun?.issuer;
  if (!provider || answer.get('state') !== begun.state || foreign) {
    throw new Error('This sign-in was not begun here. Try again.');
  }
  if (answer.has('error')) {
    throw new Error(answer.get('error_description') ?? `The identity provider answers: ${answer.get('error')}`);
  }
  const tokens = await exchange(provider, answer.get('code'), begun.verifier);
  return { token: identityToken(provider, tokens, begun.nonce), idToken: tokens.id_token ?? null, issuer: provider.issuer };
}

/** Where the browser goes to end the session at the provider too; null where the provider does not say. */
export function signOutAddress(provider, idToken) {
  if (!provider?.end_session_endpoint) {
    return null;
  }
  const target = new URL(provider.end_session_endpoint);
  target.searchParams.set('client_id', provider.client_id);
  target.searchParams.set('post_logout_redirect_uri', here());
  if (idToken) {
    target.searchParams.set('id_token_hint', idToken);
  }
  return target.href;
}

async function exchange(provider, code, verifier) {
  const response = await fetch(provider.token_endpoint, {
    method: 'POST',
    credentials: 'omit',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: here(),
      client_id: provider.client_id,
      code_verifier: verifier,
    }),
  }).catch(() => {
    throw new Error(`${provider.name} does not answer this page. Is its address among the client's web origins?`);
  });
  const tokens = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(tokens.error_description ?? `${provider.name} refuses the sign-in (${tokens.error ?? response.status}).`);
  }
  return tokens;
}

/** The access token, where it is made for this server; else the ID token, where that is. */
function identityToken({ name, audiences }, { access_token: access, id_token: id }, nonce) {
  if (isFor(access, audiences)) {
    return access;
  }
  if (isFor(id, audiences) && claimsOf(id).nonce === nonce) {
    return id;
  }
  throw new Error(`The tokens of ${name} are not made for this server: their audience is none of ${audiences.join(', ')}.`);
}

function isFor(token, audiences) {
  return [claimsOf(token).aud ?? []].flat().some((audience) => audiences.includes(audience));
}

const here = () => location.origin + location.pathname;

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
