// Changes that need a recent sign-in, and a session that has ended, lead to the login route of the server.
for (const element of document.querySelectorAll('profile-editor, org-members')) {
  element.login = async (maxAge) => {
    location.assign(maxAge === undefined ? '/login' : `/login?max_age=${maxAge}`);
  };
}
