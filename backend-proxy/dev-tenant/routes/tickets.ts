import { Hono } from 'hono';
import { z } from 'zod';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { messagePage } from '../pages/message-page.js';
import { resetPage } from '../pages/reset-page.js';
import type { TenantState } from '../state.js';
import type { Ticket } from '../tickets.js';
import { setPassword, shortestPassword } from '../users/set-password.js';
import { sendPage } from './pages.js';

const form = z.object({ password: z.string().catch('') });

/** Pages that links in emails open. */
export function ticketRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/email-verification', (c) => {
    const ticket = current(tenant, tenant.tickets.redeem(c.req.query('ticket') ?? '', 'verify_email'));
    verify(tenant, ticket);
    const message = `${ticket.email} is now verified. You can close this page.`;
    return sendPage(c, messagePage('Email verified', message, organizationOf(tenant, ticket)));
  });

  app.get('/u/unblock', (c) => {
    const { userId } = current(tenant, tenant.tickets.redeem(c.req.query('ticket') ?? '', 'unblock'));
    unblock(tenant, userId);
    return sendPage(c, messagePage('Account unblocked', 'You can sign in again.'));
  });

  app.get('/u/reset-password', (c) => {
    const id = c.req.query('ticket') ?? '';
    const ticket = current(tenant, tenant.tickets.find(id, 'reset_password'));
    const organization = organizationOf(tenant, ticket);
    return sendPage(c, resetPage({ ticket: id, email: ticket.email, organization }));
  });

  app.post('/u/reset-password', async (c) => {
    const id = c.req.query('ticket') ?? '';
    const ticket = current(tenant, tenant.tickets.find(id, 'reset_password'));
    const organization = organizationOf(tenant, ticket);
    const { password } = form.parse(await c.req.parseBody());
    if (password.length < shortestPassword) {
      const error = `A password has at least ${shortestPassword} characters.`;
      const page = resetPage({ ticket: id, email: ticket.email, organization, error });
      return sendPage(c, page, { status: 400 });
    }
    tenant.tickets.redeem(id, 'reset_password');
    setPassword(tenant, ticket.userId, password);
    if (ticket.verifiesEmail) verify(tenant, ticket);
    const message = 'You can sign in with the new password now.';
    return sendPage(c, messagePage('Password changed', message, organization));
  });

  return app;
}

/**
 * Finds the ticket.
 * @throws PageError if the link was used, has expired, or is for a previous address
 */
function current({ directory }: TenantState, ticket: Ticket | undefined): Ticket {
  const user = directory.users.get(ticket?.userId ?? '');
  if (ticket && user && user.email === ticket.email) return ticket;
  throw new PageError(
    400,
    'This link no longer works',
    'It has been used or has expired, there is a newer one, or the address has changed since.',
  );
}

function organizationOf({ directory }: TenantState, { organizationId }: Ticket) {
  return directory.organization(organizationId ?? '');
}

function verify({ directory, clock, log }: TenantState, { userId }: Ticket): void {
  directory.changeUser(userId, (user) => {
    user.email_verified = true;
    user.updated_at = clock.timestamp();
  });
  log.write({ type: 'sv', description: 'Successfully verified the email address', user_id: userId });
}

/** Lifts a brute-force lockout. An admin's block stays. */
function unblock({ directory, log }: TenantState, userId: string): void {
  const person = directory.people.get(userId);
  if (!person) return;
  person.lockedOut = false;
  person.failedLogins = 0;
  log.write({ type: 'ublkdu', description: 'User unblocked', user_id: userId });
}
