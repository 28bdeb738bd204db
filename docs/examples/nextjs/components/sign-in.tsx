import { useAuth } from '@/providers/auth';

/** In place of your identity provider's page. */
export function SignIn() {
  const { reason, signIn } = useAuth();
  return (
    <main>
      <h1>Call desk</h1>
      {reason && <p role="alert">{reason}</p>}
      <form action={(form) => signIn(String(form.get('token')).trim())}>
        <label htmlFor="token">Token</label>
        <input id="token" name="token" required autoComplete="off" />
        <button>Sign in</button>
      </form>
      <p>./tenancy token --email ana@acme.example prints one.</p>
    </main>
  );
}
