package ai.callcenter.tenancy.jdbc.testing;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's
 * @param parent the oid of the table it refers to
 * @param mine columns, quoted, pair by pair
 * @param theirs columns of the other table, quoted
 */
record ForeignKey(String name, long parent, List<String> mine, List<String> theirs) {}
