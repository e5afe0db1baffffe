/// What is measured: the bare relay and our full server, each as processes of their own on one
/// core, ended with the run.
@NullMarked
package havn.load.subject;

import org.jspecify.annotations.NullMarked;
