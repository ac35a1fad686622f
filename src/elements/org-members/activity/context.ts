import type { ActivityFormat } from '../../../client/activity.js';
import type { ActivityEntry } from '../../../contract/activity.js';
import type { ActivityMessages } from '../../../messages/en/activity.js';
import type { ActivityFilters } from '../../../state/activity/activity-filters.js';
import type { FileExport } from '../../../state/file-export.js';
import type { LoadMoreList } from '../../../state/pagination.js';
import type { SharedContext } from '../context.js';
import type { PersonFilter } from './person-filter.js';

/** The state of the Activity tab, for its templates. */
export interface ActivityContext extends SharedContext {
  readonly list: LoadMoreList<ActivityEntry>;
  readonly messages: ActivityMessages;
  readonly filters: ActivityFilters;
  /** Whether the entries are those of the filters. While others are loaded, the earlier ones stay. */
  readonly isCurrent: boolean;
  readonly personFilter: PersonFilter;
  readonly fileExport: FileExport;
  /** Whether the days in the date filter are the wrong way around. */
  readonly isMixedUp: boolean;
  setMixedUp(isMixedUp: boolean): void;
  choose(filters: Partial<Record<keyof ActivityFilters, string>>): void;
  download(format: ActivityFormat): void;
  /** Returns the name of someone who is in an entry, or who was chosen. */
  nameOf(userId: string): string | null;
}
