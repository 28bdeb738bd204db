/** Driven ports: what a store must offer. Every store passes the contract suite in the test-jar. */
@NullMarked
package ai.callcenter.tenancy.store;

import org.jspecify.annotations.NullMarked;
