package havn.gateway;

/// What all connections of this process share.
record Hub(House house, Relay relay, LineBoards lines, Desks desks) {}
