/** Who may mark that advice becomes care: as `havn.staff.Right` prints it. The server cannot see the mark, so pages check it. */
export const marksCare = (role: string | undefined): boolean => role === 'worker' || role === 'coordinator';
