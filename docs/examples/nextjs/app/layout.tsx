import type { ReactNode } from 'react';
import { AuthProvider } from '@/providers/auth';
import { TenantProvider } from '@/providers/tenant';
import { TenantManagementProvider } from '@/providers/tenant-management';
import './globals.css';

export const metadata = { title: 'Call desk' };

/** Authentication outermost: without it there is no tenant, and without a tenant there is nothing to manage. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <AuthProvider>
          <TenantProvider>
            <TenantManagementProvider>{children}</TenantManagementProvider>
          </TenantProvider>
        </AuthProvider>
      </body>
    </html>
  );
}
