/** The filters of the activity log, by the name they have in the page's address. */
export const activityFilterNames = ['person', 'action', 'from', 'to'] as const;

/** What is in the address. Empty or missing: no filter. */
export type AddressFilters = Readonly<Partial<Record<(typeof activityFilterNames)[number], string>>>;
