import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { messagePage } from '../pages/message-page.js';
import { resetPage } from '../pages/reset-page.js';
import type { TenantState } from '../state.js';
import type { Ticket } from '../tickets.js';
import { setPassword, shortestPassword } from '../users/set-password.js';

const form = z.object({ password: z.string().catch('') });

/** Where the links in mails lead. */
export function ticketRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/email-verification', (c) => {
    const ticket = current(tenant, tenant.tickets.redeem(c.req.query('ticket') ?? '', 'verify_email'));
    verify(tenant, ticket);
    return page(
      c,
      messagePage('Email verified', `${ticket.email} is now verified. You can close this page.`),
    );
  });

  app.get('/u/reset-password', (c) => {
    const id = c.req.query('ticket') ?? '';
    const { email } = current(tenant, tenant.tickets.find(id, 'reset_password'));
    return page(c, resetPage({ ticket: id, email }));
  });

  app.post('/u/reset-password', async (c) => {
    const id = c.req.query('ticket') ?? '';
    const ticket = current(tenant, tenant.tickets.find(id, 'reset_password'));
    const { password } = form.parse(await c.req.parseBody());
    if (password.length < shortestPassword) {
      c.status(400);
      const error = `A password has at least ${shortestPassword} characters.`;
      return page(c, resetPage({ ticket: id, email: ticket.email, error }));
    }
    tenant.tickets.redeem(id, 'reset_password');
    setPassword(tenant, ticket.userId, password);
    if (ticket.verifiesEmail) verify(tenant, ticket);
    return page(c, messagePage('Password changed', 'You can sign in with the new password now.'));
  });

  return app;
}

function page(c: Context<TenantEnv>, content: ReturnType<typeof messagePage>) {
  c.header('content-security-policy', "default-src 'none'; style-src 'self'; form-action 'self'");
  c.header('cache-control', 'no-store');
  // The address holds the ticket.
  c.header('referrer-policy', 'no-referrer');
  return c.html(content);
}

/** Throws a {@link PageError} for a link that was used, has expired, or is about an address of before. */
function current({ directory }: TenantState, ticket: Ticket | undefined): Ticket {
  const user = directory.users.get(ticket?.userId ?? '');
  if (ticket && user && user.email === ticket.email) return ticket;
  throw new PageError(
    400,
    'This link no longer works',
    'It has been used or has expired, there is a newer one, or the address has changed since.',
  );
}

function verify({ directory, clock }: TenantState, { userId }: Ticket): void {
  directory.changeUser(userId, (user) => {
    user.email_verified = true;
    user.updated_at = clock.timestamp();
  });
}
