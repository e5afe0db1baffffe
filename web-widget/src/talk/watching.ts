/** Whoever has this role reads in chats and writes in none: as `havn.staff.Right` prints it (WATCH). The server refuses their frames too. */
export const watches = (role: string | undefined): boolean => role === 'trainee';
