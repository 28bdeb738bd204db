'use client';

import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Auth {
  /** What proves who the user is: an identity token of your provider, or here one of `./tenancy token`. */
  token: string | null;
  /** Why one has to sign in again. */
  reason: string | null;
  signIn(token: string): void;
  signOut(reason?: string): void;
}

const AuthContext = createContext<Auth | null>(null);
const KEY = 'call-desk.token';

/** Who is signed in. In your service this is your identity provider's library; all that the others need is the token. */
export function AuthProvider({ children }: { children: ReactNode }) {
  const [token, setToken] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);

  // Not while rendering: the server has no storage, and would render another page.
  useEffect(() => setToken(sessionStorage.getItem(KEY)), []);

  const signIn = useCallback((fresh: string) => {
    sessionStorage.setItem(KEY, fresh);
    setReason(null);
    setToken(fresh);
  }, []);
  const signOut = useCallback((why?: string) => {
    sessionStorage.removeItem(KEY);
    setReason(why ?? null);
    setToken(null);
  }, []);
  const auth = useMemo(() => ({ token, reason, signIn, signOut }), [token, reason, signIn, signOut]);
  return <AuthContext value={auth}>{children}</AuthContext>;
}

export function useAuth(): Auth {
  const auth = use(AuthContext);
  if (!auth) {
    throw new Error('useAuth is for what is inside of <AuthProvider>');
  }
  return auth;
}
