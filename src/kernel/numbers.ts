/** The greatest number a column of kind `integer` holds (PostgreSQL 15, 8.1); a greater one from outside is refused before the database does. */
export const mostInteger = 2_147_483_647;
