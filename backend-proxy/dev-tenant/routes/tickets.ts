import { Hono } from 'hono';
import type { TenantEnv } from '../env.js';
import { PageError } from '../errors.js';
import { messagePage } from '../pages/message-page.js';
import type { TenantState } from '../state.js';

/** Where the links in mails lead. */
export function ticketRoutes(tenant: TenantState) {
  const app = new Hono<TenantEnv>();

  app.get('/u/email-verification', (c) => {
    const ticket = tenant.tickets.redeem(c.req.query('ticket') ?? '');
    const user = tenant.directory.users.get(ticket?.userId ?? '');
    if (!ticket || !user || user.email !== ticket.email) {
      throw new PageError(
        400,
        'This link no longer works',
        'It has been used, or the address has changed since.',
      );
    }
    user.email_verified = true;
    user.updated_at = tenant.clock.timestamp();
    return c.html(messagePage('Email verified', `${ticket.email} is now verified. You can close this page.`));
  });

  return app;
}
