/** Every page that a component navigated to. */
export const navigate = jest.fn();
