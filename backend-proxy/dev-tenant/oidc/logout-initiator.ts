import type { logoutInitiators } from '../seed-clients.js';

/** Why a session has ended. */
export type LogoutInitiator = (typeof logoutInitiators)[number];
