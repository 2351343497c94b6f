/** Stands for the module of Apex. */
export const refreshApex = jest.fn().mockResolvedValue(undefined);
