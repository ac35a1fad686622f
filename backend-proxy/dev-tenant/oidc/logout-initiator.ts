import type { logoutInitiators } from '../seed-clients.js';

/** Why a session ended. */
export type LogoutInitiator = (typeof logoutInitiators)[number];
