import { formatDatetime, recordIdFromSequence, type Clock } from '../../../core';
import type { RecordStore } from '../../../storage';

const TABLE = `
  CREATE TABLE IF NOT EXISTS "_favorite" (
    id TEXT PRIMARY KEY, user TEXT NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL, type TEXT NOT NULL,
    position INTEGER NOT NULL, accesses INTEGER NOT NULL, accessed TEXT NOT NULL
  ) WITHOUT ROWID`;
const KEY_PREFIX = '0MV';

/** What a favorite leads to. */
export const FAVORITE_TYPES = ['ListView', 'ObjectHome', 'Record', 'Tab'] as const;
export type FavoriteType = (typeof FAVORITE_TYPES)[number];

/** A page that a user keeps at hand. */
export interface Favorite {
  readonly id: string;
  readonly name: string;
  /** Record id, object or tab name. */
  readonly target: string;
  readonly type: FavoriteType;
  /** From 1, without gaps. */
  readonly position: number;
  readonly accesses: number;
  /** Datetime field value. */
  readonly accessed: string;
}

/** The favorites of users, in the org's database. */
export class FavoriteStore {
  constructor(
    private readonly store: RecordStore,
    private readonly clock: Clock,
  ) {
    store.database.exec(TABLE);
  }

  /** A user's favorites in their order. */
  list(userId: string): Favorite[] {
    const rows = this.store.prepare('SELECT * FROM "_favorite" WHERE user = ? ORDER BY position').all(userId);
    return rows as unknown as Favorite[];
  }

  /** Adds a favorite at the end. */
  add(userId: string, favorite: Pick<Favorite, 'name' | 'target' | 'type'>): Favorite {
    const id = recordIdFromSequence(KEY_PREFIX, this.store.takeFromSequence('id:0MV'));
    const position = this.list(userId).length + 1;
    const added = { id, ...favorite, position, accesses: 0, accessed: formatDatetime(this.clock.now()) };
    this.write(userId, added);
    return added;
  }

  /** Makes these a user's favorites, in this order; those that are not among them are gone. */
  replace(userId: string, favorites: readonly Favorite[]): void {
    this.store.transaction(() => {
      this.store.prepare('DELETE FROM "_favorite" WHERE user = ?').run(userId);
      favorites.forEach((favorite, index) => this.write(userId, { ...favorite, position: index + 1 }));
    });
  }

  /** Counts that a user has used a favorite. */
  use(userId: string, favorite: Favorite): Favorite {
    const used = {
      ...favorite,
      accesses: favorite.accesses + 1,
      accessed: formatDatetime(this.clock.now()),
    };
    this.write(userId, used);
    return used;
  }

  private write(userId: string, { id, name, target, type, position, accesses, accessed }: Favorite): void {
    this.store
      .prepare(
        `INSERT OR REPLACE INTO "_favorite" (id, user, name, target, type, position, accesses, accessed)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(id, userId, name, target, type, position, accesses, accessed);
  }
}
